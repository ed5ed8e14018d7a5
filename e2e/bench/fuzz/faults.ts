/** Whether an answer says that something went wrong in the server. */
export const isFaultAnswer = (answer: string) => /^(5\d\d|internal|not-saved|no answer)$/.test(answer);

/** The lines of a log that say that something went wrong, and not only that somebody was refused. */
export const faultLines = (logged: string) => logged.split('\n').filter((line) => /"level":[56]0\b/.test(line));
