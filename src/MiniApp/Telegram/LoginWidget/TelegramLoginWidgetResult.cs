using System.Diagnostics.CodeAnalysis;

namespace TelegramMiniApp;

/// <summary>The answer of <see cref="TelegramLoginWidgetVerifier"/>: either who signed in, or why nobody did.</summary>
[SuppressMessage("Performance", "CA1815:Override equals and operator equals on value types", Justification = "Answers are read, not compared.")]
public readonly struct TelegramLoginWidgetResult
{
    internal TelegramLoginWidgetResult(TelegramUser user, long botId, DateTimeOffset authDate)
    {
        User = user;
        BotId = botId;
        AuthDate = authDate;
    }

    internal TelegramLoginWidgetResult(TelegramLoginWidgetFailure failure) => Failure = failure;

    /// <summary>Whether Telegram signed this user in for one of our bots, recently.</summary>
    [MemberNotNullWhen(true, nameof(User))]
    public bool Succeeded => User is not null;

    /// <summary>
    /// Who signed in: the id, the names, the user name and the picture, which is all that the widget tells; <see langword="null"/> where
    /// nobody did.
    /// </summary>
    public TelegramUser? User { get; }

    /// <summary>The id of the bot whose widget it was; 0 where nobody signed in.</summary>
    public long BotId { get; }

    /// <summary>When Telegram proved it: <c>auth_date</c>, in whole seconds, UTC. The default where nobody signed in.</summary>
    public DateTimeOffset AuthDate { get; }

    /// <summary>Why it was refused; <see cref="TelegramLoginWidgetFailure.None"/> where it was not.</summary>
    public TelegramLoginWidgetFailure Failure { get; }
}
