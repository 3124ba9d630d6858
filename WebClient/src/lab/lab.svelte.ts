import { session } from '../connection/session.svelte';
import { asName } from '../language/names';
import type { EvaluationView, LabView, PlanProblem, StrategyBoard, Text } from '../wire';
import type { Schema } from './completion';
import { draftOf, keepDraft, keepEvaluation, ownEvaluations, type OwnEvaluation } from './kept';

/** A plan is checked when nobody has typed for so long. */
const pauseMs = 350;

/** The strategy lab of one scenario: the plan, what the server says about it, its evaluation, the board. */
export class Lab {
  readonly scenario: string;
  view = $state.raw<LabView | null>(null);
  schema = $state.raw<Schema | null>(null);
  text = $state('');
  problems = $state.raw<readonly PlanProblem[]>([]);
  refusal = $state.raw<Text | null>(null);
  /** The server has read exactly this text. */
  checked = $state(false);
  evaluation = $state.raw<EvaluationView | null>(null);
  board = $state.raw<StrategyBoard | null>(null);
  version = $state<number | null>(null);
  starting = $state(false);
  #own = $state.raw<OwnEvaluation | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #open = true;
  /** The house's plan to begin with; null: with what was written here last. */
  readonly #first: string | null;

  constructor(scenario: string, first: string | null = null) {
    this.scenario = scenario;
    this.#first = first;
    this.#own = ownEvaluations().find((own) => own.scenario === scenario) ?? null;
  }

  get runs(): boolean {
    return this.starting || this.evaluation?.status === 'open';
  }

  get mayRun(): boolean {
    return this.checked && this.problems.length === 0 && this.refusal === null && !this.runs && session.state === 'online';
  }

  get maySubmit(): boolean {
    return this.#own?.id === this.evaluation?.id && this.evaluation?.status === 'done' && this.evaluation.verdict === 'none';
  }

  /** On opening, and whenever the line is back. */
  async refresh(): Promise<void> {
    try {
      this.view ??= await session.link.call('Lab', this.scenario);
      this.schema ??= (await (await fetch('/api/plan.schema.json')).json()) as Schema;
      const first = this.#template(this.#first ?? '') ?? draftOf(this.scenario);
      if (this.text === '') this.write(first ?? this.#template('par') ?? '');
      await Promise.all([this.check(), this.readBoard(), this.#watch()]);
    } catch {
      // The line broke: coming back begins again.
    }
  }

  close(): void {
    this.#open = false;
    clearTimeout(this.#timer);
    if (this.#own) void session.link.call('UnwatchEvaluation', this.#own.id).catch(() => {});
  }

  write(text: string): void {
    if (text === this.text) return;
    this.text = text;
    this.checked = false;
    keepDraft(this.scenario, text);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.check(), pauseMs);
  }

  begin(kind: string): void {
    this.write(this.#template(kind) ?? this.text);
  }

  async check(): Promise<void> {
    const text = this.text;
    try {
      const answer = await session.link.call('CheckPlan', this.scenario, text);
      if (text !== this.text) return;
      this.problems = answer.problems;
      this.refusal = answer.refusal?.text ?? null;
      this.checked = true;
    } catch {
      // Offline: it is checked when the line is back.
    }
  }

  async run(): Promise<void> {
    if (!this.mayRun) return;
    this.starting = true;
    try {
      const answer = await session.link.call('Evaluate', this.scenario, this.text);
      this.problems = answer.problems;
      this.refusal = answer.refusal?.text ?? null;
      if (answer.id === '') return;
      if (this.#own) void session.link.call('UnwatchEvaluation', this.#own.id);
      this.#own = { id: answer.id, token: answer.token, scenario: this.scenario };
      keepEvaluation(this.#own);
      this.evaluation = null;
      await this.#watch();
    } finally {
      this.starting = false;
    }
  }

  async submit(name: string): Promise<Text | null> {
    if (!this.#own) return null;
    const refusal = await session.link.call('Submit', { id: this.#own.id, token: this.#own.token, name: asName(name) });
    return refusal?.text ?? null;
  }

  /** News of an evaluation, pushed. */
  take(news: EvaluationView): void {
    if (news.id === this.#own?.id) this.evaluation = news;
  }

  async readBoard(): Promise<void> {
    const board = await session.link.call('Strategies', this.scenario, this.version).catch(() => null);
    if (board && this.#open) this.board = board;
  }

  #template(kind: string): string | undefined {
    return this.view?.templates.find((template) => template.kind === kind)?.text.replace(/^# yaml-language-server:.*\n/, '');
  }

  async #watch(): Promise<void> {
    if (!this.#own) return;
    const view = await session.link.call('WatchEvaluation', this.#own.id);
    // The server has never heard of it (another database): nothing to show.
    if (view) this.evaluation = view;
  }
}
