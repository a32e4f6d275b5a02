// Makes every property of a test file draw the same cases: those of the seed in COULOMB_PROPERTY_SEED.
import { configureGlobal } from "fast-check";

configureGlobal({ seed: Number(process.env.COULOMB_PROPERTY_SEED) });
