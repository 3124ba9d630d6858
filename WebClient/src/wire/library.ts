import type { Text } from './text';

/** A scenario as the library shows it. Difficulty: 1 (first steps) to 5. */
export interface ScenarioCard {
  readonly id: string;
  readonly version: number;
  readonly title: Text;
  readonly summary: Text;
  readonly teaches: Text;
  readonly brief: Text;
  readonly minutes: number;
  readonly difficulty: number;
  readonly classes: readonly ClassCard[];
  readonly sizes: readonly SizeCard[];
  readonly releases: readonly ReleaseCard[];
  readonly objectives: readonly ObjectiveCard[];
  readonly sketch: SketchCard;
}

/** A scenario's system in outline. Servers: racks in order, each server by its tiers (w web, a app, d database). */
export interface SketchCard {
  readonly tls: boolean;
  readonly edge: boolean;
  readonly balancer: boolean;
  readonly inner: boolean;
  readonly servers: readonly (readonly string[])[];
  readonly cache: boolean;
  readonly replicas: number;
  readonly locks: boolean;
  readonly scales: boolean;
}

export interface ClassCard {
  readonly id: string;
  readonly title: Text;
  readonly targetMs: number;
  readonly patienceMs: number;
  readonly features: readonly FeatureCard[];
}

/** What a flag switches off; worth: so much less (0–1) is a good answer worth then. */
export interface FeatureCard {
  readonly id: string;
  readonly title: Text;
  readonly worth: number;
}

export interface SizeCard {
  readonly id: string;
  readonly cores: number;
  readonly memoryMiB: number;
  readonly pricePerHour: number;
}

export interface ReleaseCard {
  readonly version: string;
  readonly title: Text;
  readonly fromSeconds: number;
  readonly untilSeconds: number;
}

export interface ObjectiveCard {
  readonly id: string;
  readonly text: Text;
}

/** One row of a scenario's board of finished drills, best first. */
export interface BoardEntry {
  readonly drill: string;
  readonly team: string;
  readonly players: readonly string[];
  readonly score: number;
  readonly service: number;
  readonly spent: number;
  readonly seed: string;
  readonly finishedAt: string;
  readonly scenarioVersion: number;
  readonly engine: string;
}

/** A drill as the organiser's list shows it. */
export interface DrillCard {
  readonly drill: string;
  readonly code: string;
  readonly scenario: string;
  readonly status: string;
  readonly teams: number;
  readonly people: number;
  readonly online: number;
  readonly startedAt: string;
}
