import type { Colors } from '../drawing/colors';
import type { Look } from '../drawing/look';
import { componentsOf, kindOf } from '../kinds';
import type { World } from '../world/world';

/** Texts and marks the picture takes from outside. */
export interface Surroundings {
  readonly words: (family: string, code: string) => string;
  readonly classTitle: (id: string) => string;
  readonly isPending: (id: string) => boolean;
}

/** How the world looks at the moment: colours by version and class, and how far things are. */
export class Looks {
  #progressFrom = new Map<string, { readonly endsMs: number; readonly fromMs: number }>();

  at(world: World, scale: number, colors: Colors, outside: Surroundings): Look {
    const versions = versionsIn(world);
    return {
      ...outside,
      colors,
      scale,
      timeMs: world.timeMs,
      versionColor: (version) => cyclic(colors.versions, Math.max(0, versions.indexOf(version))) ?? colors.accent,
      classColor: (id) => classColor(id, world, colors),
      progress: (id, endsMs) => this.#progress(id, endsMs, world.timeMs),
    };
  }

  #progress(id: string, endsMs: number, timeMs: number): number | null {
    if (endsMs <= timeMs) return null;
    let known = this.#progressFrom.get(id);
    if (known?.endsMs !== endsMs) {
      known = { endsMs, fromMs: timeMs };
      this.#progressFrom.set(id, known);
    }
    return (timeMs - known.fromMs) / Math.max(1, known.endsMs - known.fromMs);
  }
}

export function classColor(id: string, world: World, colors: Colors): number {
  const at = world.classes.findIndex((one) => one.id === id);
  return cyclic(colors.classes, Math.max(0, at)) ?? colors.accent;
}

function versionsIn(world: World): readonly string[] {
  const all = componentsOf(world).flatMap(({ kind, view }) => kindOf(kind).versions?.(view) ?? []);
  const named = [...new Set(all)].filter((version) => version !== '');
  return named.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}

function cyclic(colors: readonly number[], at: number): number | undefined {
  return colors[at % colors.length];
}
