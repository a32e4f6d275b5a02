import { describeForge } from "./describe-forge.ts";
import { githubFactory } from "./github-harness.ts";

// Every look before, between and after the writes is by REST then.
describeForge("a forge of GitHub whose GraphQL answers no query", githubFactory({ graphql: "no_reads" }));
