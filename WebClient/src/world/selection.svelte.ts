/** What the player looks at: the selected component, the action whose form is open, and what is on top. */
class Selection {
  id = $state<string | null>(null);
  action = $state<string | null>(null);
  table = $state(false);
  open = $state<'none' | 'palette' | 'help' | 'hints' | 'inject' | 'finish'>('none');

  choose(id: string | null): void {
    if (id !== this.id) this.action = null;
    this.id = id;
  }

  act(id: string, action: string): void {
    this.id = id;
    this.action = action;
  }
}

export const selection = new Selection();
