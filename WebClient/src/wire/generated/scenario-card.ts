// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';
import { ClassCard } from './class-card';
import { ObjectiveCard } from './objective-card';
import { ReleaseCard } from './release-card';
import { SizeCard } from './size-card';
import { SketchCard } from './sketch-card';
import { Text } from './text';

/** A scenario as the library shows it. */
export interface ScenarioCard {
  readonly id: string;
  readonly version: number;
  readonly title: Text;
  readonly summary: Text;
  readonly teaches: Text;
  readonly brief: Text;
  readonly minutes: number;
  /** 1 (first steps) to 5. */
  readonly difficulty: number;
  /** The kinds of requests its users send, in the order colours are given. */
  readonly classes: readonly ClassCard[];
  /** Server sizes that may be bought. */
  readonly sizes: readonly SizeCard[];
  /** Versions that may be rolled out. */
  readonly releases: readonly ReleaseCard[];
  readonly objectives: readonly ObjectiveCard[];
  /** What its small picture shows. */
  readonly sketch: SketchCard;
}

export const ScenarioCard: Shape<ScenarioCard> = {
  id: 'text',
  version: 'number',
  title: Text,
  summary: Text,
  teaches: Text,
  brief: Text,
  minutes: 'number',
  difficulty: 'number',
  classes: [ClassCard],
  sizes: [SizeCard],
  releases: [ReleaseCard],
  objectives: [ObjectiveCard],
  sketch: SketchCard,
};
