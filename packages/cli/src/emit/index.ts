export { annotations } from "./annotations.ts";
export { emitText } from "./emit-text.ts";
export { sendOtlp } from "./otlp.ts";
export type { EmitFormat, EmitTarget } from "./parse-emit.ts";
export { parseEmit } from "./parse-emit.ts";
