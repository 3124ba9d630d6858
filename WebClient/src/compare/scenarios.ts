import { m } from '../paraglide/messages';

/** The comparison's scenarios: not in the library, but to be played in the lab. */
export const comparedScenarios: readonly { readonly id: string; readonly label: () => string }[] = [
  { id: 'comparison-calm', label: m.compare_calm },
  { id: 'comparison-peak', label: m.compare_peak },
  { id: 'comparison-one-server', label: m.compare_one_server },
];
