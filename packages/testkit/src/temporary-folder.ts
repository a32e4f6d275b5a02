import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder of its own that disappears with `remove()`, else with the process. */
export interface TemporaryFolder {
  /** Absolute, with links resolved. */
  readonly path: string;
  /** Removes it with all it holds; a second time does nothing. */
  remove(): void;
}

const open = new Set<string>();
let watching = false;

/** Makes an empty folder under the system's folder for temporary files. */
export function temporaryFolder(prefix = "coulomb-test-"): TemporaryFolder {
  if (!watching) process.once("exit", removeAll);
  watching = true;
  const path = realpathSync(mkdtempSync(join(tmpdir(), prefix)));
  open.add(path);
  const remove = () => {
    if (!open.delete(path)) return;
    rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
  };
  return { path, remove };
}

function removeAll(): void {
  for (const path of open) rmSync(path, { recursive: true, force: true, maxRetries: 5 });
  open.clear();
}
