// What is picked in the form, by the fields' names.

const named = form => [...form.elements].filter(field => field.name);
const property = field => field.type === 'checkbox' ? 'checked' : 'value';
const flags = new Map([['true', true], ['false', false]]);
const read = (field, value) => field.type === 'checkbox' ? flags.get(value) ?? value : value;
const isOffered = (field, value) => field.tagName !== 'SELECT' || [...field.options].some(option => option.value === value);

export const readFields = form => Object.fromEntries(named(form).map(field => [field.name, field[property(field)]]));

/** Fills in what the form knows of these, and leaves the other fields alone. */
export function fillFields(form, fields) {
  for (const field of named(form)) {
    const value = read(field, fields[field.name]);
    if (typeof value === typeof field[property(field)] && isOffered(field, value)) {
      field[property(field)] = value;
    }
  }
}

/** Those fields that are not as they are at the start. */
export const differences = (fields, defaults) =>
  Object.fromEntries(Object.entries(fields).filter(([name, value]) => value !== defaults[name]));
