// A menu below a button: arrows move, Escape and a press elsewhere close it, and the focus goes back to the button.

/**
 * @param button the button that opens it
 * @param menu an element whose buttons are the items; each does what it does, and the menu closes
 */
export function startMenu(button, menu) {
  const items = () => [...menu.querySelectorAll('button:not([hidden])')];
  const show = isOpen => {
    menu.hidden = !isOpen;
    button.setAttribute('aria-expanded', String(isOpen));
  };
  const close = () => {
    show(false);
    button.focus();
  };

  button.addEventListener('click', () => {
    show(menu.hidden);
    items()[0]?.focus();
  });
  menu.addEventListener('click', close);
  menu.addEventListener('keydown', event => {
    const all = items();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      all[(all.indexOf(document.activeElement) + step + all.length) % all.length].focus();
    } else if (event.key === 'Escape') {
      close();
    }
  });
  menu.addEventListener('focusout', ({ relatedTarget }) => {
    if (!menu.contains(relatedTarget) && relatedTarget !== button) {
      show(false);
    }
  });
}
