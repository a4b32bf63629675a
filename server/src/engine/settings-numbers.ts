import type { Settings } from "./settings.ts";

/** Numbers settings: the same number for settings that say the same, and for no others. */
export class SettingsNumbers {
  readonly #numbers = new Map<string, number>();
  readonly #objects = new WeakMap<object, number>();
  #counted = 0;

  of(settings: Settings): number {
    // Word lists and a profile are large, and the same object until their files change.
    const { packs, ownProfile, ...rest } = settings;
    const key = JSON.stringify([packs.length ? this.#numberOf(packs) : 0, ownProfile ? this.#numberOf(ownProfile) : 0, rest]);
    if (!this.#numbers.has(key)) this.#numbers.set(key, this.#numbers.size + 1);
    return this.#numbers.get(key)!;
  }

  #numberOf(object: object): number {
    if (!this.#objects.has(object)) this.#objects.set(object, (this.#counted += 1));
    return this.#objects.get(object)!;
  }
}
