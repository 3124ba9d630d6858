const key = 'opsgame.tour';

/** Whether the tour is offered, under way, or over; who saw or skipped it once is not asked again. */
class Tour {
  state = $state<'none' | 'offered' | 'running'>('none');

  offer(): void {
    if (localStorage.getItem(key) === null && this.state === 'none') this.state = 'offered';
  }

  start(): void {
    this.state = 'running';
  }

  end(): void {
    localStorage.setItem(key, 'seen');
    this.state = 'none';
  }
}

export const tour = new Tour();
