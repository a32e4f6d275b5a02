import type { Cadence, Phase } from "@coulomb-loop/schemas";
import { didYouMean } from "@coulomb-loop/schemas";
import { isCronProblem, parseCron } from "../cron.ts";
import { parseDuration } from "../duration.ts";
import type { OpsDocuments, Placed } from "../ops-documents.ts";
import { loopName } from "../ops-documents.ts";
import { matchesPattern } from "../ownership.ts";
import { gateKeys } from "../promotion/gate.ts";
import { windowState } from "../windows.ts";
import { isZone } from "../zone.ts";
import type { Report } from "./report.ts";
import { checkCron, checkUnique, checkZone } from "./report.ts";

/** Checks every cadence.yaml beyond its schema: crons, zones, windows from `asOf` on (epoch milliseconds), and that everything it names exists. */
export function checkCadences(report: Report, documents: OpsDocuments, asOf: number): void {
  for (const loop of documents.loops) {
    const { cadence } = loop;
    if (cadence === undefined) continue;
    const { file, value, origin } = cadence;
    const folder = loopName(loop);
    if (value.loop !== folder)
      report.at(
        { file, path: ["loop"] },
        "loop_name",
        `loop "${value.loop}" stands in folder "${folder}"`,
        "give both the same name",
      );
    checkZone(report, { file, path: ["timezone"] }, value.timezone);
    checkUnique(
      report,
      value.phases,
      (phase) => phase.name,
      (phase) => ({ file, path: [...origin(phase), "name"] }),
      "phase",
    );
    checkUnique(
      report,
      value.analyses ?? [],
      (analysis) => analysis.key,
      (analysis) => ({ file, path: [...origin(analysis), "key"] }),
      "analysis",
    );
    checkUnique(
      report,
      value.approvals ?? [],
      (approval) => approval.name,
      (approval) => ({ file, path: [...origin(approval), "name"] }),
      "approval",
    );
    checkUnique(
      report,
      value.waves ?? [],
      (wave) => wave.name,
      (wave) => ({ file, path: [...origin(wave), "name"] }),
      "wave",
    );
    checkUnique(
      report,
      value.promotion_windows ?? [],
      (window) => window.name,
      (window) => ({ file, path: [...origin(window), "name"] }),
      "promotion window",
    );
    checkUnique(
      report,
      value.waves ?? [],
      (wave) => String(wave.select.wave),
      (wave) => ({ file, path: [...origin(wave), "select"] }),
      "selection of wave",
    );
    for (const phase of value.phases) checkPhase(report, documents, cadence, phase);
    checkRemovedAgents(report, cadence);
    checkAnalyses(report, cadence);
    checkApprovals(report, documents, cadence);
    checkOwnership(report, cadence);
    for (const window of value.promotion_windows ?? [])
      checkCron(report, { file, path: [...origin(window), "cron"] }, window.cron);
    checkWindows(report, cadence, asOf);
  }
}

/** Days in which windows have to open once: else nobody would ever see why nothing is promoted (page 07 P12). */
const longestShut = 30;

function checkWindows(report: Report, { file, value, origin }: Placed<Cadence>, asOf: number): void {
  const { promotion_windows: windows = [], timezone } = value;
  // What cannot be read is a finding of its own.
  const isReadable = windows.every(
    ({ cron, duration }) => !isCronProblem(parseCron(cron)) && parseDuration(duration) !== undefined,
  );
  if (!isReadable || !isZone(timezone)) return;
  const state = windowState(windows, "promotion", timezone, asOf);
  if (state.open || (state.opensAt !== undefined && state.opensAt <= asOf + longestShut * 86_400_000)) return;
  const shutting = windows.find(({ name }) => name === state.window);
  report.at(
    { file, path: shutting === undefined ? ["promotion_windows"] : origin(shutting) },
    "window_shut",
    `the promotion windows do not open within ${longestShut} days: ${state.window} keeps them shut`,
    "open a window more often, or say suspend: true while nothing is to be promoted",
  );
}

function checkPhase(report: Report, documents: OpsDocuments, cadence: Placed<Cadence>, phase: Phase): void {
  const { file, value, origin } = cadence;
  const base = origin(phase);
  for (const [agent, wanted] of Object.entries(phase.schedule)) {
    checkCron(report, { file, path: [...base, "schedule", agent, "cron"] }, wanted.cron);
    if (!value.steps.includes(agent)) {
      report.at(
        { file, path: [...base, "schedule", agent], target: "key" },
        "step_unknown",
        `"${agent}" is no step of the loop`,
        didYouMean(agent, value.steps),
      );
    }
    if (wanted.cadence !== "manual" && wanted.cron === undefined) {
      report.at(
        { file, path: [...base, "schedule", agent] },
        "cron_missing",
        `"${agent}" runs ${wanted.cadence} and has no cron`,
        "add cron, or set cadence: manual",
      );
    }
  }
  const definitions = phase.definitions ?? [];
  for (const [index, id] of definitions.entries()) {
    const place = { file, path: origin(definitions, index) };
    const definition = documents.definitions.find((candidate) => candidate.value.id === id);
    if (definition === undefined) {
      if (!documents.ids.definitions.has(id))
        report.at(
          place,
          "definition_missing",
          `there is no activity definition "${id}"`,
          didYouMean(id, [...documents.ids.definitions]),
        );
    } else if (definition.value.phase !== phase.name || definition.value.loop !== value.loop) {
      report.at(
        place,
        "definition_phase",
        `"${id}" belongs to ${definition.value.loop}, phase ${definition.value.phase}`,
        `list it there, or correct ${definition.file}`,
      );
    } else if (!value.steps.includes(definition.value.step)) {
      report.at(
        place,
        "step_unknown",
        `"${id}" does step "${definition.value.step}", which the loop does not have`,
        didYouMean(definition.value.step, value.steps),
      );
    }
  }
  checkPhaseNames(report, documents, cadence, phase);
}

function checkPhaseNames(
  report: Report,
  documents: OpsDocuments,
  cadence: Placed<Cadence>,
  phase: Phase,
): void {
  const { file, value, origin } = cadence;
  const analyses = (value.analyses ?? []).map((analysis) => analysis.key);
  const exit = phase.exit ?? [];
  for (const [index, key] of exit.entries()) {
    if (!analyses.includes(key))
      report.at(
        { file, path: origin(exit, index) },
        "analysis_missing",
        `there is no analysis "${key}"`,
        didYouMean(key, analyses),
      );
  }
  const approvals = (value.approvals ?? []).map((approval) => approval.name);
  if (phase.approval !== undefined && !approvals.includes(phase.approval)) {
    report.at(
      { file, path: [...origin(phase), "approval"] },
      "approval_missing",
      `there is no approval "${phase.approval}"`,
      didYouMean(phase.approval, approvals),
    );
  }
  const task = phase.workplan_task;
  if (task === undefined || documents.workplans.length === 0) return;
  const plan = documents.workplans.find((candidate) => task.startsWith(`${candidate.value.id}-`));
  const tasks = plan?.value.tasks.map((candidate) => `${plan.value.id}-${candidate.id}`) ?? [];
  // A workplan that is there and cannot be read is reported by itself.
  if (plan === undefined && documents.ids.workplans.has(task.replace(/-T\d+$/, ""))) return;
  if (!tasks.includes(task))
    report.at(
      { file, path: [...origin(phase), "workplan_task"] },
      "task_missing",
      `no workplan has task ${task}`,
      plan === undefined ? "write the workplan, or correct the id" : didYouMean(task, tasks),
    );
}

/** An agent that a phase still schedules cannot be removed: the repos would be told both. */
function checkRemovedAgents(report: Report, { file, value, origin }: Placed<Cadence>): void {
  const removed = value.removed_agents ?? [];
  for (const [index, agent] of removed.entries()) {
    const phase = value.phases.find(({ schedule }) => Object.hasOwn(schedule, agent));
    if (phase !== undefined)
      report.at(
        { file, path: origin(removed, index) },
        "agent_removed",
        `"${agent}" is removed, and phase ${phase.name} schedules it`,
        "take it out of every phase first; or keep it",
      );
  }
}

function checkAnalyses(report: Report, cadence: Placed<Cadence>): void {
  for (const analysis of cadence.value.analyses ?? []) {
    if (gateKeys.includes(analysis.key))
      report.at(
        { file: cadence.file, path: [...cadence.origin(analysis), "key"] },
        "analysis_reserved",
        `"${analysis.key}" is the name of a gate that every promotion has`,
        `call it otherwise, such as ${analysis.key}-clean, also in the phases' exit`,
      );
    const [start, close] = [
      parseDuration(analysis.start_deadline ?? ""),
      parseDuration(analysis.close_deadline),
    ];
    if (start !== undefined && close !== undefined && start >= close) {
      report.at(
        { file: cadence.file, path: [...cadence.origin(analysis), "start_deadline"] },
        "deadline_order",
        `${analysis.key}: work may start until ${analysis.start_deadline ?? ""} and must be closed by ${analysis.close_deadline}`,
        "let the start deadline come before the close deadline",
      );
    }
  }
}

function checkApprovals(report: Report, documents: OpsDocuments, cadence: Placed<Cadence>): void {
  const users = documents.coulomb?.value.people?.map((person) => person.user) ?? [];
  for (const approval of cadence.value.approvals ?? []) {
    const base = { file: cadence.file, path: cadence.origin(approval) };
    const named = new Set(approval.approvers.map((approver) => approver.user)).size;
    if (approval.min_approvals > named) {
      report.at(
        { ...base, path: [...base.path, "min_approvals"] },
        "approval_impossible",
        `${approval.name} needs ${approval.min_approvals} approvals and names ${named} people`,
        "name more people, or ask for fewer approvals",
      );
    }
    if (documents.coulomb === undefined) continue;
    for (const approver of approval.approvers) {
      if (!users.includes(approver.user)) {
        report.at(
          { ...base, path: [...cadence.origin(approver), "user"] },
          "person_unknown",
          `coulomb.yaml has no person "${approver.user}"`,
          didYouMean(approver.user, users),
        );
      }
    }
  }
}

function checkOwnership(report: Report, cadence: Placed<Cadence>): void {
  const agents = [...new Set(cadence.value.phases.flatMap((phase) => Object.keys(phase.schedule)))];
  const pointers = [
    "/timezone",
    "/domain",
    ...agents.flatMap((agent) => ["cadence", "cron", "enabled"].map((key) => `/agents/${agent}/${key}`)),
  ];
  for (const rule of cadence.value.ownership ?? []) {
    if (!pointers.some((pointer) => matchesPattern(rule.path, pointer))) {
      report.at(
        { file: cadence.file, path: [...cadence.origin(rule), "path"] },
        "ownership_unmatched",
        `${rule.path} matches nothing the loop writes`,
        `the loop writes ${pointers.slice(0, 5).join(", ")} …`,
      );
    }
  }
}
