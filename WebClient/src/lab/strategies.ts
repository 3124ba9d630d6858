import { m } from '../paraglide/messages';
import type { EvaluationView, StrategyBoard, StrategyEntry, Text, Totals } from '../wire';

/** A strategy as the table and the chart show it: an entry of the board, or the evaluation on screen. */
export interface Strategy {
  readonly id: string;
  readonly label: string;
  readonly title: Text;
  /** own, nothing, par, tempting, one of the six rollouts of the comparison, or other. */
  readonly kind: string;
  readonly totals: Totals;
  readonly scores: readonly number[];
  readonly engine: string;
  readonly submittedAt: string;
}

export const houseLabels: Readonly<Record<string, () => string>> = {
  nothing: m.lab_house_nothing,
  par: m.lab_house_par,
  tempting: m.lab_house_tempting,
  'in-place': m.choice_in_place,
  rolling: m.choice_rolling,
  canary: m.choice_canary,
  recreate: m.choice_recreate,
  'blue-green': m.choice_blue_green,
  'in-server': m.choice_in_server,
};

/** The board's entries, and the own evaluation where its score puts it. Best mean first, ties by cost. */
export function strategiesOf(board: StrategyBoard | null, own: EvaluationView | null): readonly Strategy[] {
  const entries = (board?.entries ?? []).map((entry) => ofEntry(entry, own));
  if (own?.totals && own.scenarioVersion === board?.scenarioVersion && !entries.some((entry) => entry.id === own.id))
    entries.push({
      id: own.id, label: own.name || m.lab_yours(), title: own.title, kind: 'own', totals: own.totals,
      scores: own.rows.map((row) => row.score), engine: own.engine, submittedAt: '',
    });
  return entries.toSorted((a, b) => b.totals.score.mean - a.totals.score.mean || a.totals.spent.mean - b.totals.spent.mean);
}

function ofEntry(entry: StrategyEntry, own: EvaluationView | null): Strategy {
  return {
    id: entry.id,
    label: houseLabels[entry.house]?.() ?? entry.name,
    title: entry.title,
    kind: entry.id === own?.id ? 'own' : entry.house || 'other',
    totals: entry.totals,
    scores: entry.scores,
    engine: entry.engine,
    submittedAt: entry.submittedAt,
  };
}

export const colourOf: Readonly<Record<string, string>> = {
  own: 'var(--accent)',
  par: 'var(--good)',
  nothing: 'var(--ink-3)',
  tempting: 'var(--warn)',
  'in-place': 'var(--warn)',
  rolling: 'var(--good)',
  canary: 'var(--warn)',
  recreate: 'var(--bad)',
  'blue-green': 'var(--accent)',
  'in-server': 'var(--accent)',
  other: 'var(--ink-2)',
};

/** A shape for each kind beside its colour, around the origin, about 10 across. */
export const shapeOf: Readonly<Record<string, string>> = {
  own: 'M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0',
  par: 'M0 -5.5 5.5 4.5 -5.5 4.5z',
  nothing: 'M-4.5 -4.5h9v9h-9z',
  tempting: 'M0 -6 6 0 0 6 -6 0z',
  'in-place': 'M-4.5 -4.5h4.5v9h-4.5z',
  rolling: 'M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0',
  canary: 'M0 -5.5 5.5 4.5 -5.5 4.5z',
  recreate: 'M-4 -4 4 4M-4 4 4 -4',
  'blue-green': 'M-6 -3h5v6h-5zM1 -3h5v6h-5z',
  'in-server': 'M-4.5 -4.5h9v9h-9z',
  other: 'M-4 -4 4 4M-4 4 4 -4',
};
