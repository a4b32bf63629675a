import { l10n, QuickInputButtons, window, type QuickPickItem } from "vscode";

/** What a step was left with: an answer, the wish to go back, or neither. */
export type Answer<T> = { readonly value: T } | "back" | undefined;

export interface Place {
  readonly title: string;
  /** Counted from 1. */
  readonly step: number;
  readonly of: number;
}

/** Asks for one of several things, as one of several questions. */
export function pick<T extends QuickPickItem>(place: Place, placeholder: string, items: readonly T[]): Promise<Answer<T>> {
  const input = window.createQuickPick<T>();
  input.items = items;
  input.matchOnDescription = true;
  return asked(input, place, placeholder, (resolve) => input.onDidAccept(() => input.selectedItems[0] && resolve({ value: input.selectedItems[0] })));
}

/** Asks for a text, as one of several questions; `check` says what is wrong with it, or nothing. */
export function ask(place: Place, prompt: string, placeholder: string, value: string, check: (text: string) => Promise<string | undefined>): Promise<Answer<string>> {
  const input = window.createInputBox();
  input.prompt = prompt;
  input.value = value;
  return asked(input, place, placeholder, (resolve) => {
    input.onDidChangeValue(() => (input.validationMessage = undefined));
    return input.onDidAccept(async () => {
      const { value: text } = input;
      input.busy = true;
      const problem = await check(text);
      input.busy = false;
      if (problem) input.validationMessage = problem;
      else resolve({ value: text });
    });
  });
}

type Input = ReturnType<typeof window.createInputBox> | ReturnType<typeof window.createQuickPick<QuickPickItem>>;

function asked<T>(input: Pick<Input, "title" | "step" | "totalSteps" | "placeholder" | "ignoreFocusOut" | "buttons" | "onDidTriggerButton" | "onDidHide" | "show" | "dispose">, { title, step, of }: Place, placeholder: string, accept: (resolve: (answer: Answer<T>) => void) => unknown): Promise<Answer<T>> {
  input.title = title;
  input.step = step;
  input.totalSteps = of;
  input.placeholder = placeholder;
  // What somebody has typed so far is not lost by a look into another window.
  input.ignoreFocusOut = true;
  input.buttons = step > 1 ? [QuickInputButtons.Back] : [];
  return new Promise<Answer<T>>((resolve) => {
    input.onDidTriggerButton(() => resolve("back"));
    input.onDidHide(() => resolve(undefined));
    accept(resolve);
    input.show();
  }).finally(() => input.dispose());
}

/** Goes through questions, back and forth. False where it was broken off. */
export async function inTurn(questions: readonly ((place: Place) => Promise<Answer<unknown>>)[], title = l10n.t("New Note")): Promise<boolean> {
  for (let at = 0; at < questions.length; ) {
    const answer = await questions[at]!({ title, step: at + 1, of: questions.length });
    if (answer === undefined) return false;
    at += answer === "back" ? -1 : 1;
  }
  return true;
}
