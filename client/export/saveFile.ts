import type { DownloadedFile } from '#client/api/http.ts';

/** Long enough for any browser to have read the file, in ms. */
const KEPT_MS = 60_000;

/** Downloads a file to the browser's download folder. */
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
