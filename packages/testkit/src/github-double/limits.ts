/** One primary limit of one identity, as headers and `GET /rate_limit` show it. */
export interface LimitState {
  readonly resource: Resource;
  readonly limit: number;
  readonly used: number;
  readonly remaining: number;
  /** Epoch seconds, UTC, when `used` falls to 0. */
  readonly reset: number;
}

/** Limits that are counted apart. */
export type Resource = "core" | "graphql";

/** Points used in windows of an hour that begin with the first use. */
export interface Limits {
  /** State without using anything. */
  peek(identity: string, resource: Resource, limit: number): LimitState;
  /** Uses points; `false` when too few remain; none remain then. */
  spend(identity: string, resource: Resource, limit: number, points: number): boolean;
  /** Counts a creation of content; `false` when the minute holds as many as are allowed. `undefined` allows all. */
  create(identity: string, perMinute: number | undefined): boolean;
}

const hour = 3_600_000;
const minute = 60_000;

/** Keeps limits by a clock in epoch milliseconds. */
export function createLimits(clock: () => number): Limits {
  const windows = new Map<string, { start: number; used: number }>();
  const creations = new Map<string, number[]>();
  const windowOf = (identity: string, resource: Resource) => {
    const key = `${resource} ${identity}`;
    const found = windows.get(key);
    if (found !== undefined && clock() < found.start + hour) return found;
    const fresh = { start: clock(), used: 0 };
    windows.set(key, fresh);
    return fresh;
  };
  return {
    peek(identity, resource, limit) {
      const { start, used } = windowOf(identity, resource);
      const reset = Math.ceil((start + hour) / 1000);
      return { resource, limit, used, remaining: Math.max(0, limit - used), reset };
    },
    spend(identity, resource, limit, points) {
      const window = windowOf(identity, resource);
      if (window.used + points > limit) {
        window.used = limit;
        return false;
      }
      window.used += points;
      return true;
    },
    create(identity, perMinute) {
      if (perMinute === undefined) return true;
      const recent = (creations.get(identity) ?? []).filter((time) => time > clock() - minute);
      const isAllowed = recent.length < perMinute;
      if (isAllowed) recent.push(clock());
      creations.set(identity, recent);
      return isAllowed;
    },
  };
}
