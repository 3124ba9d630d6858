const inPlace = ['drain', 'install', 'check', 'bake'] as const;
const known: Readonly<Record<string, readonly string[]>> = {
  'blue-green': ['provision', 'check', 'shift', 'bake', 'remove'],
  replace: ['remove', 'bake'],
  'in-server': ['install', 'switch', 'bake', 'remove'],
};

/** What a batch goes through with a strategy, in its order. */
export function stepsOf(strategy: string): readonly string[] {
  return known[strategy] ?? inPlace;
}
