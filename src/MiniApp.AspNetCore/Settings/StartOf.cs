namespace MiniApp.AspNetCore;

/// <summary>
/// Stands for a scheme's options among what the host validates at its start, so that it can leave them alone where they are a tenant's:
/// at the start there is none.
/// </summary>
/// <typeparam name="TOptions">The platform's options.</typeparam>
internal sealed class StartOf<TOptions>;
