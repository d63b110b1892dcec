// Fills the fields in which API pages show credentials. What they send is looked after elsewhere; from the fields they make command lines.

const pause = 200;
const attempts = 150;

const isBearer = scheme => scheme.type === 'http' && /^bearer$/i.test(scheme.scheme);
const isOwnHeader = scheme => scheme.type === 'apiKey' && scheme.name?.toLowerCase() !== 'authorization';

async function fillSwaggersField({ id, token, credentials }, findScheme) {
  for (let attempt = 0; attempt < attempts; attempt++) {
    if (document.readyState === 'complete' && !window.ui?.preauthorizeApiKey) {
      return;
    }
    const scheme = findScheme(id);
    if (scheme && window.ui?.preauthorizeApiKey?.(id, isBearer(scheme) || isOwnHeader(scheme) ? token : credentials) !== null) {
      return;
    }
    await new Promise(resolve => setTimeout(resolve, pause));
  }
}

/**
 * Fills Swagger UI's, as soon as it has read its document: its own function says whether it knows the scheme.
 * @param findScheme gives the document's scheme of an id, or undefined
 */
export const fillSwagger = (values, findScheme) => Promise.all(values.map(value => fillSwaggersField(value, findScheme)));

/**
 * Fills Scalar's, which takes them when it starts: it waits for the first launches.
 * @param filled gives the promise of these
 */
export function fillScalar(filled, values) {
  const scalar = window.Scalar;
  if (!scalar?.createApiReference) {
    return;
  }
  const create = scalar.createApiReference;
  scalar.createApiReference = async (place, configuration) => {
    await filled();
    const ours = Object.fromEntries(values().map(({ id, token, credentials }) => [id, { token, value: credentials }]));
    const { authentication } = configuration;
    return create(place, {
      ...configuration,
      authentication: { preferredSecurityScheme: Object.keys(ours)[0], ...authentication, securitySchemes: { ...ours, ...authentication?.securitySchemes } },
    });
  };
}
