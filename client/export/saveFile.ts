import type { DownloadedFile } from '#client/api/http.ts';

/** Long enough for any browser to have taken the file, in ms. */
const KEPT_MS = 60_000;

/** Hands a file to the browser, to keep where it keeps downloads. */
export function saveFile({ fileName, blob }: DownloadedFile): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, KEPT_MS);
}
