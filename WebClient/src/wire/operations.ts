import type { Frame } from './frame';
import type { HistoryView } from './happenings';
import type { EvaluationAnswer, EvaluationView, LabView, PlanCheck, StrategyBoard, SubmitStrategy } from './lab';
import type { BoardEntry, DrillCard, ScenarioCard } from './library';
import type { PreviewView } from './preview';
import type { CommandRequest, CreateDrill, InjectRequest, JoinDrill, PreviewRequest } from './requests';
import type { Room } from './room';
import type { EndedSeat, Receipt, Refusal, SeatAnswer } from './seat';
import type { Text } from './text';

/** All operations a client can perform on the hub. */
export interface Operations {
  Library(): ScenarioCard[];
  Board(scenario: string): BoardEntry[];
  PlayNow(scenario: string | null): SeatAnswer;
  Create(request: CreateDrill): SeatAnswer;
  Look(code: string): SeatAnswer;
  Join(request: JoinDrill): SeatAnswer;
  Resume(token: string): SeatAnswer;
  Leave(): void;
  FullFrame(): Frame | null;
  Watch(team: string): Refusal | null;
  Inspect(component: string): HistoryView | null;
  Notes(): Text | null;
  Preview(request: PreviewRequest): PreviewView;
  Command(request: CommandRequest): Receipt;
  Start(): Refusal | null;
  Pause(): Refusal | null;
  Continue(): Refusal | null;
  GoOn(): Refusal | null;
  Speed(speed: number): Refusal | null;
  Inject(request: InjectRequest): Refusal | null;
  Finish(): Refusal | null;
  Lab(scenario: string): LabView | null;
  CheckPlan(scenario: string, text: string): PlanCheck;
  Evaluate(scenario: string, text: string): EvaluationAnswer;
  WatchEvaluation(id: string): EvaluationView | null;
  UnwatchEvaluation(id: string): void;
  PlanOf(id: string): string | null;
  Submit(request: SubmitStrategy): Refusal | null;
  Strategies(scenario: string, version: number | null): StrategyBoard | null;
  Drills(): DrillCard[];
  EndDrills(ids: readonly string[]): Refusal | null;
  Oversee(drill: string): SeatAnswer;
}

/** All messages the hub can send. */
export interface Messages {
  Frame: Frame;
  Room: Room;
  SeatEnded: EndedSeat;
  Evaluation: EvaluationView;
  Board: string;
}
