/** Leaves out moves, many at once first, as long as the schedule still fails; answers with one from which none can be left out. */
export async function shrink<M>(
  moves: readonly M[],
  fails: (moves: readonly M[]) => Promise<boolean>,
): Promise<readonly M[]> {
  let [left, size] = [moves, Math.ceil(moves.length / 2)];
  while (size > 0) {
    let isShorter = false;
    for (let at = 0; at < left.length; ) {
      const without = [...left.slice(0, at), ...left.slice(at + size)];
      if (await fails(without)) {
        left = without;
        isShorter = true;
      } else at += size;
    }
    if (size > 1) size = Math.ceil(size / 2);
    else if (!isShorter) size = 0;
  }
  return left;
}
