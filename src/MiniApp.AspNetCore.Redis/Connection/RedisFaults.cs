using StackExchange.Redis;

namespace MiniApp.AspNetCore.Redis;

/// <summary>
/// Says what went wrong in words of its own: messages of the client and the server quote keys, addresses and arguments.
/// </summary>
internal static class RedisFaults
{
    public const string Silent = "no answer in time";

    public const string KeptBack = "no answer before, so it is not asked again yet";

    public const string Nonsense = "an answer that makes no sense";

    public const string Lost = "less than it had when the reading began";

    public static string Of(Exception exception) => exception switch
    {
        TimeoutException => Silent,
        FormatException => Nonsense,
        RedisCommandException => "no server that takes writes",
        RedisServerException { Message: var message } => $"the answer {CodeOf(message)}",
        RedisConnectionException { FailureType: var failure } => $"no connection ({failure})",
        _ => $"{Nonsense} ({exception.GetType().Name})",
    };

    /// <summary>Whether the server said nothing, so that the next call will hardly fare better.</summary>
    public static bool IsSilence(Exception exception) => exception is not (RedisServerException or FormatException);

    /// <summary>What a call that got an answer throws where the answer is none that the caller can read.</summary>
    public static FormatException NoSense() => new(Nonsense);

    /// <summary>The code that an error begins with, such as <c>WRONGTYPE</c>, <c>OOM</c> or <c>READONLY</c>.</summary>
    private static string CodeOf(string message)
    {
        var length = message.AsSpan().IndexOfAnyExceptInRange('A', 'Z');
        return length is > 1 and <= 16 ? message[..length] : "ERR";
    }
}
