import { effect } from "@preact/signals-core";
import { render, type TemplateResult } from "lit-html";

/** Keeps an element's content what the template says: made anew when a signal that it read changes, drawn once a frame. */
export function mount(element: HTMLElement, template: () => TemplateResult, drawn?: () => void) {
  let next: TemplateResult;
  let asked = false;
  let first = true;
  const draw = () => {
    asked = false;
    render(next, element);
    drawn?.();
  };
  effect(() => {
    next = template();
    if (first) {
      element.replaceChildren(); // the skeleton
      first = false;
      draw();
    } else if (!asked) {
      asked = true;
      requestAnimationFrame(draw);
    }
  });
}

/** Whether a click on a link should stay in the page: plain, with the main button. */
export function stays(event: MouseEvent): boolean {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return false;
  event.preventDefault();
  return true;
}
