// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { AuditLine } from './audit-line';
import type { BoardEntry } from './board-entry';
import type { CommandRequest } from './command-request';
import type { CreateDrill } from './create-drill';
import type { DailyView } from './daily-view';
import type { DebriefAnswer } from './debrief-answer';
import type { DrillCard } from './drill-card';
import type { EvaluationAnswer } from './evaluation-answer';
import type { EvaluationView } from './evaluation-view';
import type { HistoryView } from './history-view';
import type { InjectRequest } from './inject-request';
import type { JoinDrill } from './join-drill';
import type { LabView } from './lab-view';
import type { PlanCheck } from './plan-check';
import type { PreviewRequest } from './preview-request';
import type { PreviewView } from './preview-view';
import type { Receipt } from './receipt';
import type { Refusal } from './refusal';
import type { ScenarioCard } from './scenario-card';
import type { SeatAnswer } from './seat-answer';
import type { StrategyBoard } from './strategy-board';
import type { SubmitStrategy } from './submit-strategy';
import type { Text } from './text';

/**
 * All operations a client can perform (SignalR hub at /hub, MessagePack). A client says which version of this contract it was
 * built with: /hub?wire=(WebClient/src/wire/generated/version.ts).
 */
export interface Operations {
  /** The scenario library, easiest first. */
  Library(): readonly ScenarioCard[];
  /** Finished, verified drills of a scenario in its present version, best first, ties by cost, at most 100. */
  Board(scenario: string): readonly BoardEntry[];
  /** A solo drill on a scenario (null: the first), already running. */
  PlayNow(scenario: string | null): SeatAnswer;
  /** A scenario alone, already running, with all faults at hand (see Inject) and no score. */
  PlaySandbox(scenario: string): SeatAnswer;
  /** The drill of the day; null: the library has none. */
  Daily(): DailyView | null;
  /** The drill of the day alone, already running; refused (scenario-unknown) where there is none. */
  PlayDaily(): SeatAnswer;
  /** Once the drill of this seat is over: alone on its scenario with the same luck, already running. */
  PlayAgain(): SeatAnswer;
  /**
   * Once the drill of this seat is over: alone, from a moment of it on, as it went until then. Practice: its result stands on no
   * board. Codes: debrief-early, debrief-none (it is played by other rules now, or was not played so long).
   */
  PlayFrom(atMs: number): SeatAnswer;
  /** A team drill in its lobby. */
  Create(request: CreateDrill): SeatAnswer;
  /** What a code leads to, before a name is given: the room, or a refusal (code-unknown, drill-finished). */
  FindDrill(code: string): SeatAnswer;
  /** Takes a seat by code. */
  Join(request: JoinDrill): SeatAnswer;
  /** Comes back to a seat with its token (reload, outage). */
  Resume(token: string): SeatAnswer;
  /** Leaves the seat for good, at every connection (before the start the name is freed). */
  Leave(): void;
  /** A full frame of the estate in view now, packed; null in the lobby. */
  FullFrame(): Uint8Array | null;
  /** Instructor, observer: look at another team's estate. */
  Watch(team: string): Refusal | null;
  /** A component's recent past and log; "service": the service level of the whole drill so far (series level, 0–1). */
  Inspect(component: string): HistoryView | null;
  /**
   * What the drill was about; null before it is over (an instructor may read it at any time) and where there is nothing to say.
   */
  Notes(): Text | null;
  /** The drill of the team in view looked back at, once it is over; it may take some seconds. */
  Debrief(): DebriefAnswer;
  /**
   * What an action would mean if it were taken now: how long, how much, what becomes of requests; or why it would be refused.
   * With it the action's form: what may be chosen now, and what its fields start from. Player: actions; instructor: faults; in a
   * sandbox both.
   */
  Preview(request: PreviewRequest): PreviewView;
  /** An operator's action; answered once it is in the log. */
  Command(request: CommandRequest): Receipt;
  /** Instructor (or the solo player): start the drill. */
  Start(): Refusal | null;
  /** Instructor (or the solo player): stop the clock. */
  Pause(): Refusal | null;
  /** Instructor (or the solo player): let the clock run again. */
  Continue(): Refusal | null;
  /**
   * Instructor (or the solo player): continue with the rules of the server that was upgraded during the drill (room's rules:
   * upgraded); the results then go on no board.
   */
  GoOn(): Refusal | null;
  /** Instructor (or the solo player): 0.5, 1, 2, 4 or 8. */
  Speed(speed: number): Refusal | null;
  /** Instructor (or the player of a sandbox): a fault, now. */
  Inject(request: InjectRequest): Refusal | null;
  /** Instructor (or the solo player): end the drill now and score it. */
  Finish(): Refusal | null;
  /** What the strategy lab offers for a scenario; null: there is no such scenario. */
  Lab(scenario: string): LabView | null;
  /** Reads a plan and says everything that is wrong with it. */
  CheckPlan(scenario: string, text: string): PlanCheck;
  /** Takes a plan to be played over all seeds, in the background; answered at once. */
  Evaluate(scenario: string, text: string): EvaluationAnswer;
  /** How an evaluation stands; from now on Evaluation tells how it gets on. Null: unknown, or the connection watches too many. */
  WatchEvaluation(id: string): EvaluationView | null;
  UnwatchEvaluation(id: string): void;
  /** An evaluation's plan as it was written; null: unknown. */
  PlanOf(id: string): string | null;
  /** Who has the evaluation's token: put it on the board under a name, once it has been verified. */
  Submit(request: SubmitStrategy): Refusal | null;
  /** The verified strategies of a scenario (null: of its version in the library); null: there is no such scenario. */
  Strategies(scenario: string, version: number | null): StrategyBoard | null;
  /** Organiser: every drill on this server. */
  Drills(): readonly DrillCard[];
  /** Organiser: end these drills (at most 500) as they stand. */
  EndDrills(ids: readonly string[]): Refusal | null;
  /**
   * Organiser: delete those of these drills (at most 500, of the list) that are over, with their logs, the results they have on
   * boards and the names in them. Whoever still has a seat in one is told SeatEnded.
   */
  DeleteDrills(ids: readonly string[]): Refusal | null;
  /**
   * Organiser: take the names of people out of those of these drills (at most 500, of the list) that are over, wherever they are
   * kept. Everybody is then the number of their seat (#1, #2, …); results stay on boards, verified anew.
   */
  RemoveNames(ids: readonly string[]): Refusal | null;
  /** Organiser: sit down in any drill as its instructor. */
  Oversee(drill: string): SeatAnswer;
  /** Organiser: what organisers did, the newest first, at most 200 lines. */
  Audit(): readonly AuditLine[];
}
