/** Of the inspector. */
export type Tab = 'live' | 'look' | 'log';

/** What is written on components of the picture: nothing, what they cost an hour, or what was lost at them. */
export const tags = ['none', 'price', 'losses'] as const;
export type Tags = (typeof tags)[number];

/** What the player looks at: the selected component, the action whose form is open, and what is on top. */
class Selection {
  id = $state<string | null>(null);
  action = $state<string | null>(null);
  tab = $state<Tab>('live');
  table = $state(false);
  tags = $state<Tags>('none');
  open = $state<'none' | 'palette' | 'help' | 'hints' | 'incident' | 'inject' | 'finish' | 'situation'>('none');
  /** What somebody is shown, though nobody chose it. */
  pointed = $state<string | null>(null);
  /** Stations that the request somebody is shown passes now, in order; none: nobody is shown one. */
  way = $state.raw<readonly string[]>([]);
  /** The form of the incident desk that is open, and whether the events or the incident are shown below. */
  form = $state('');
  channel = $state<'events' | 'incident'>('events');

  choose(id: string | null): void {
    if (id !== this.id) this.action = null;
    this.id = id;
  }

  turnTags(): void {
    this.tags = tags[(tags.indexOf(this.tags) + 1) % tags.length] ?? 'none';
  }

  look(id: string): void {
    this.choose(id);
    this.tab = 'look';
  }

  /** Opens one of the incident desk's forms. */
  handle(action: string): void {
    this.form = action;
    this.channel = 'incident';
    this.open = 'incident';
  }

  act(id: string, action: string): void {
    this.id = id;
    this.action = action;
  }
}

export const selection = new Selection();
