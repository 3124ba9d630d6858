/** The moment somebody points at in one of the charts, in seconds of the drill; every chart shows the same. Null: none. */
class Moment {
  at = $state<number | null>(null);
}

export const moment = new Moment();
