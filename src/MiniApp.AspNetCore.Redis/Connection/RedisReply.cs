using System.Diagnostics.CodeAnalysis;

namespace MiniApp.AspNetCore.Redis;

/// <summary>What a call came to: a value, or why there is none.</summary>
/// <param name="Value">The value.</param>
/// <param name="Fault">Why there is none, in words that hold nothing of the application's; <see langword="null"/> where there is one.</param>
internal readonly record struct RedisReply<T>(T? Value, string? Fault)
{
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Fault))]
    public bool IsAnswer => Fault is null;
}
