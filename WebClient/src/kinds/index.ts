import type { Component as Part } from 'svelte';
import type { FindingView } from '../wire';
import { World } from '../world/world';
import { balancer } from './balancer';
import { cache } from './cache';
import { certificate } from './certificate';
import { usual, type TableColumn } from './column';
import { database } from './database';
import { dns } from './dns';
import type { Code, Figures, Kind } from './kind';
import { queue } from './queue';
import { rack } from './rack';
import { rollout } from './rollout';
import { scaler } from './scaler';
import { server } from './server';
import { byStage, type Stage } from './stage';
import { users } from './users';

/** Every kind there is. Where several stand at one stage, this is their order. */
const registered = [users, dns, balancer, database, server, cache, queue, certificate, rack, rollout, scaler] as const;

type ComponentOf<One> = One extends Kind<infer Noun, infer View>
  ? { readonly kind: Noun; readonly id: string; readonly view: View }
  : never;

/** A component of the estate, whatever its kind. */
export type Component = ComponentOf<(typeof registered)[number]>;

export type Noun = Component['kind'];

/** As those see them who only loop: a component's view is always handed to its own kind. */
export const kinds = registered as unknown as readonly Kind<Noun, unknown>[];

const byNoun = new Map<string, Kind<Noun, unknown>>(kinds.map((kind) => [kind.noun, kind]));

export function kindOf(noun: string): Kind<Noun, unknown> {
  const kind = byNoun.get(noun);
  if (!kind) throw new Error(`no kind ${noun}`);
  return kind;
}

/** Knows what of each kind's views changes the picture. */
export function newWorld(): World {
  return new World(kinds.flatMap(({ list, shape }) => (list ? [{ list, shape: shape ?? (() => []) }] : [])));
}

/** Every component in the order a request meets them; what holds and what changes them last. */
export function componentsOf(world: World): Component[] {
  const all = kinds.flatMap((kind) => componentsOfKind(kind, world));
  return byStage(all, stageOf);
}

function componentsOfKind(kind: Kind<Noun, unknown>, world: World): Component[] {
  const found = kind.list ? world.list(kind.list).map((view) => ({ id: view.id, view })) : (kind.find?.(world) ?? []);
  return found.map(({ id, view }) => ({ kind: kind.noun, id, view }) as Component);
}

export function componentOf(world: World, id: string | null): Component | null {
  return id === null ? null : (componentsOf(world).find((one) => one.id === id) ?? null);
}

export function stageOf(one: Component): Stage {
  return kindOf(one.kind).stage(one.view);
}

export function stateOf(one: Component, world: World): Code | null {
  return kindOf(one.kind).state?.(one.view, world) ?? null;
}

export function figuresOf(one: Component): Figures {
  const price = priceOf(one);
  return { ...kindOf(one.kind).figures?.(one.view), ...(price > 0 ? { price } : {}) };
}

/** Dollars an hour. */
export function priceOf(one: Component): number {
  return kindOf(one.kind).price?.(one.view) ?? 0;
}

/** Figures of the table from left to right. */
export const tableColumns: readonly TableColumn[] = [...usual, ...kinds.flatMap((kind) => kind.columns ?? [])];

/** What looks find, by the action that begins the look. */
export const lookParts: ReadonlyMap<string, Part<{ finding: FindingView; now: number }>> = new Map(
  kinds.flatMap((kind) => Object.entries(kind.looks ?? {})),
);
