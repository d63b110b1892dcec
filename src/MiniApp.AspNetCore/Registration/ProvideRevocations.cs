using Microsoft.Extensions.Options;

namespace MiniApp.AspNetCore;

/// <summary>Gives options what their handler judges launches by, and has revocations remembered for as long as the launches live.</summary>
/// <typeparam name="TOptions">The platform's options.</typeparam>
internal sealed class ProvideRevocations<TOptions>(MiniAppRevocations revocations) : IPostConfigureOptions<TOptions>
    where TOptions : MiniAppOptions
{
    public void PostConfigure(string? name, TOptions options)
    {
        options.Revocations = revocations;

        // Options that are unsound are not refused yet.
        var age = (Int128)options.Lifetime.Ticks + options.ClockSkew.Ticks;
        revocations.Memory.Reach(TimeSpan.FromTicks((long)Int128.Clamp(age, 0, long.MaxValue)));
    }
}
