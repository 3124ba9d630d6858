import type { Component as Part } from 'svelte';
import type { Look } from '../drawing/look';
import type { Sketch } from '../drawing/sketch';
import type { FindingView, Seat, Text } from '../wire';
import type { List, ViewIn, World } from '../world/world';
import type { ChartPlan, Promised } from './chart';
import type { TableColumn } from './column';
import type { Note } from './note';
import type { Block, Edge, Item, Node, Site } from './place';
import type { NamedSeats } from './seats';
import type { Setting } from './setting';
import type { Stage } from './stage';
import type { NamedStation } from './station';

/** A component, whatever its kind. */
export interface Found<View> {
  readonly id: string;
  readonly view: View;
}

/** A state's code and the family its words are in. */
export interface Code {
  readonly family: string;
  readonly code: string;
}

/** Live figures by name, as charts, table and history call them. */
export type Figures = Readonly<Record<string, number>>;

/** What there is of a kind, and how it is (state.ts). */
export interface State<View> {
  /** Of a frame's lists the one with its views, each with the component's id. */
  readonly list?: { [Name in List]: ViewIn<Name> extends View ? Name : never }[List];
  /** Its components where they are in no list of their own. */
  find?(world: World): readonly Found<View>[];
  /** What of a view says where it is drawn and what it leads to: the picture follows. */
  shape?(view: View): readonly string[];
  stage(view: View): Stage;
  /** Null: there is nothing to say. */
  state?(view: View, world: World): Code | null;
  /** What others think of it, after its state. */
  standing?(view: View, world: World): string;
  figures?(view: View): Figures;
  /** Dollars an hour; what costs nothing by itself has none. */
  price?(view: View): number;
  /** What it runs, as far as it runs one. */
  version?(view: View): string;
  /** Every version it has to do with. */
  versions?(view: View): readonly string[];
}

/** What the inspector, the table and the bar above the picture tell of it (inspect.ts). */
export interface Inspect<View> {
  /** The page of Learn that explains it. */
  readonly idea?: string;
  /** What is out of the ordinary, or worth knowing before all else; nothing to say is the usual case. */
  notes?(view: View, world: World): readonly Note[];
  /** What it is set to. */
  settings?(view: View, world: World): readonly Setting[];
  /** What it does not have has no chart. */
  charts?(view: View, promised: readonly Promised[]): readonly ChartPlan[];
  /** Of the table, beside the usual ones. */
  readonly columns?: readonly TableColumn[];
  /** Actions people take most, in that order; of a kind with many, all others stand behind "More". */
  readonly common?: readonly string[];
  /** Above the charts. */
  readonly panel?: Part<{ view: View; world: World }>;
  /** Above the picture, for what has no place in it. */
  readonly chip?: Part<{ view: View; world: World }>;
  /** Shown while nothing is chosen; a text of the server is said in the player's language. */
  readonly overview?: Part<{ seat: Seat; world: World; say: (text: Text | null | undefined) => string }>;
  /** What looks find, by the action that begins the look. */
  readonly looks?: Readonly<Record<string, Part<{ finding: FindingView; now: number }>>>;
}

/** Where it stands in the picture (place.ts). */
export interface Place<View> {
  items?(world: World): readonly Item[];
  blocks?(world: World): readonly Block[];
  /** Where dots go in, stay and leave. */
  stations?(node: Node, site: Site): readonly NamedStation[];
  edges?(one: Found<View>, site: Site): readonly Edge[];
  /** Whether users come in through it, where no name leads them elsewhere. */
  admits?(view: View): boolean;
}

/** How it is drawn: again only when something of `from` has changed. */
export interface Drawing {
  readonly from: readonly unknown[];
  readonly on: (sketch: Sketch) => void;
}

export interface Draw {
  /** Where dots sit in what is drawn; rows in the middle of a station where nothing is said. */
  seats?(node: Node, world: World, look: Look): readonly NamedSeats[];
  draw?(node: Node, world: World, look: Look): Drawing | null;
  /** So many pixels at its upper right nothing may cover, at that scale. */
  aside?(node: Node, world: World, scale: number): number;
}

/** A kind of component: all there is to say of it on the screen, but for its words (`kind_{noun}`). */
export interface Kind<Noun extends string, View> extends State<View>, Inspect<View>, Place<View>, Draw {
  readonly noun: Noun;
}
