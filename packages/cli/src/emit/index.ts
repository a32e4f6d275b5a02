export { emitText } from "./emit-text.ts";
export { sendOtlp } from "./otlp.ts";
export type { EmitTarget } from "./parse-emit.ts";
