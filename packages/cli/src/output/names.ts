/** What tells a planned repo from others. */
interface NamedPlan {
  readonly repo_id: string;
  readonly loop: string;
  readonly file?: string;
}

/**
 * How each repo of a listing is called in it: by its id; with `@<loop>` where several loops run in it, as the commands
 * take it; with its file where one loop has two files there, since it leaves one of them.
 */
export function namesOf(all: readonly NamedPlan[]): (plan: NamedPlan) => string {
  const byId = Map.groupBy(all, ({ repo_id }) => repo_id);
  return ({ repo_id, loop, file }) => {
    const same = byId.get(repo_id) ?? [];
    const name = same.some((other) => other.loop !== loop) ? `${repo_id}@${loop}` : repo_id;
    const isTwice = file !== undefined && same.some((other) => other.loop === loop && other.file !== file);
    return isTwice ? `${name} (${file})` : name;
  };
}
