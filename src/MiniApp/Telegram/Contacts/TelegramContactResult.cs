using System.Diagnostics.CodeAnalysis;

namespace TelegramMiniApp;

/// <summary>The answer of <see cref="TelegramContactVerifier"/>: either the user's contact, or why it was refused.</summary>
[SuppressMessage("Performance", "CA1815:Override equals and operator equals on value types", Justification = "Answers are read, not compared.")]
public readonly struct TelegramContactResult
{
    internal TelegramContactResult(TelegramContact contact, long botId, DateTimeOffset authDate)
    {
        Contact = contact;
        BotId = botId;
        AuthDate = authDate;
    }

    internal TelegramContactResult(TelegramContactFailure failure) => Failure = failure;

    /// <summary>Whether Telegram proved this contact for one of our bots, recently, and as the user's own.</summary>
    [MemberNotNullWhen(true, nameof(Contact))]
    public bool Succeeded => Contact is not null;

    /// <summary>The contact; <see langword="null"/> where it was refused.</summary>
    public TelegramContact? Contact { get; }

    /// <summary>The id of the bot that the user shared the contact with; 0 where it was refused.</summary>
    public long BotId { get; }

    /// <summary>When Telegram proved it: <c>auth_date</c>, in whole seconds, UTC. The default where it was refused.</summary>
    public DateTimeOffset AuthDate { get; }

    /// <summary>Why it was refused; <see cref="TelegramContactFailure.None"/> where it was not.</summary>
    public TelegramContactFailure Failure { get; }
}
