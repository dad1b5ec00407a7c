// Files that the page makes itself.

export const saveText = (name: string, type: string, text: string) => saveBlob(name, new Blob([text], { type }));

export function saveBlob(name: string, blob: Blob) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
