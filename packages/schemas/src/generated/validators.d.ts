// Generated from schemas/ by `npm run generate`. Do not edit.
export declare const activityDefinition: CompiledValidator;
export declare const activityLock: CompiledValidator;
export declare const bundle: CompiledValidator;
export declare const cadence: CompiledValidator;
export declare const coulomb: CompiledValidator;
export declare const decision: CompiledValidator;
export declare const evidence: CompiledValidator;
export declare const plan: CompiledValidator;
export declare const promotionSeal: CompiledValidator;
export declare const promotion: CompiledValidator;
export declare const roster: CompiledValidator;
export declare const schedule: CompiledValidator;
export declare const workplanTask: CompiledValidator;
export declare const workplan: CompiledValidator;

/** A validator as ajv compiles it: true, or false with its errors on the function. */
export interface CompiledValidator {
  (value: unknown): boolean;
  errors?: readonly CompiledError[] | null;
}

/** One violation, with the schema that was violated and the value that violates it. */
export interface CompiledError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
  readonly parentSchema?: Readonly<Record<string, unknown>>;
  readonly data?: unknown;
}
