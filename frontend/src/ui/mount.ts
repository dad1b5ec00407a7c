import { effect } from "@preact/signals-core";
import { render, type TemplateResult } from "lit-html";

/** Drawing scheduled for the next frame. */
const waiting = new Set<() => void>();

/** Does at once what is scheduled for the next frame. */
export function drawMounted() {
  for (const draw of [...waiting]) draw();
}

/** Renders a template into an element, again whenever a signal that it read changes, at most once per frame. */
export function mount(element: HTMLElement, template: () => TemplateResult, drawn?: () => void) {
  let next: TemplateResult;
  let first = true;
  const draw = () => {
    if (!waiting.delete(draw)) return;
    const focused = document.activeElement;
    render(next, element);
    // Moving an element takes its focus away.
    if (focused instanceof HTMLElement && focused !== document.activeElement && element.contains(focused))
      focused.focus({ preventScroll: true });
    drawn?.();
  };
  effect(() => {
    next = template();
    if (first) {
      element.replaceChildren(); // the skeleton
      first = false;
      waiting.add(draw);
      draw();
    } else if (!waiting.has(draw)) {
      waiting.add(draw);
      requestAnimationFrame(draw);
    }
  });
}

/** Whether a click on a link is handled by the page: without modifier keys, with the main button. */
export function stays(event: MouseEvent): boolean {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return false;
  event.preventDefault();
  return true;
}
