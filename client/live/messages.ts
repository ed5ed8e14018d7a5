/** A message besides the screen's content: announced politely, or as an error. */
export type Message = { readonly text: string; readonly failed: boolean };

export type Messages = {
  readonly subscribe: (listener: () => void) => () => void;
  /** The last message. Each is a new object, so that repeated text is announced again. */
  readonly getSnapshot: () => Message | undefined;
  readonly say: (text: string) => void;
  readonly fail: (text: string) => void;
  readonly dismiss: () => void;
};

export function createMessages(): Messages {
  const listeners = new Set<() => void>();
  let last: Message | undefined;
  const show = (message: Message | undefined) => {
    last = message;
    for (const listener of listeners) listener();
  };
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => last,
    say: (text) => show({ text, failed: false }),
    fail: (text) => show({ text, failed: true }),
    dismiss: () => show(undefined),
  };
}
