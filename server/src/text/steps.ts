/** Work that is done step by step, so that somebody may stop between two steps; what it comes to is returned. */
export type Steps<T> = Generator<void, T>;

/** Does all steps at once. */
export function finished<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
