using MiniApp.Tool.Platforms;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Proofs;

/// <summary>What the tool needs to know about a proof that is no launch. The verdicts and the signatures are the library's.</summary>
/// <param name="kind">What is proved.</param>
/// <param name="platform">Who proves it.</param>
/// <param name="title">What it is called in a sentence.</param>
/// <param name="format">What it consists of, for showing it.</param>
internal abstract class Proof(ProofKind kind, IPlatform platform, string title, TokenFormat format)
{
    public const string UserIdOption = "--user-id";
    public const string RequestIdOption = "--request-id";

    public ProofKind Kind => kind;

    public IPlatform Platform => platform;

    public string Title => title;

    public TokenFormat Format => format;

    public abstract ProofDelivery Delivery { get; }

    /// <summary>The setting of how long it is valid; <see langword="null"/> where no time is signed.</summary>
    public virtual string? LifetimeSetting => null;

    /// <summary>Whether the back end has to know who is signed in; otherwise the proof says whose it is, or is nobody's.</summary>
    public virtual bool IsOfSignedInUser => false;

    /// <summary>Whether an object is the same as the query that is made of it.</summary>
    public virtual bool IsQueryOfObject => false;

    /// <summary>Whether what has these names may be such a proof.</summary>
    public abstract bool IsLike(IReadOnlySet<string> names);

    /// <summary>Whether the settings have a key that it is signed with.</summary>
    public virtual bool HasKey(SchemeSettings settings) => platform.KeySettings.Any(settings.Has);

    /// <summary>The user whom it names, which nobody need have proved; <see langword="null"/> where it names none.</summary>
    public abstract long? ReadUserId(ProofFields fields);

    /// <summary>When it claims to have been signed; <see langword="null"/> where it makes no such claim.</summary>
    public virtual DateTimeOffset? ReadTime(ProofFields fields) => null;

    /// <summary>How long it is valid by the scheme's settings; <see langword="null"/> where no time is signed.</summary>
    public virtual TimeSpan? ReadLifetime(IScheme scheme) => null;

    /// <summary>Whose it is, in a report.</summary>
    /// <param name="userId">The user whom it names.</param>
    public virtual string DescribeUser(long? userId) => userId is { } id ? $"user {id}" : "nobody";

    /// <summary>The options without which there is no judging it.</summary>
    public virtual IEnumerable<string> FindUnsaid(ProofFields fields, ProofExpectation expected) =>
        IsOfSignedInUser && expected.UserId is null && ReadUserId(fields) is null ? [UserIdOption] : [];

    /// <summary>Whether the verifier takes the text as it came, and has its own word for what is there twice.</summary>
    protected virtual bool IsText => false;

    /// <summary>What the library's verifier says of it, or why there is nothing to ask it.</summary>
    /// <exception cref="UsageException">There is no telling which app is meant.</exception>
    public Verdict Judge(ProofFields fields, ProofExpectation expected, ProofContext context) =>
        !IsText && fields.HasDuplicate(Format) ? new Verdict(ProofRefusals.Duplicate) : Verify(fields, expected, context);

    /// <summary>What the library's verifier says of it.</summary>
    /// <exception cref="UsageException">There is no telling which app is meant.</exception>
    protected abstract Verdict Verify(ProofFields fields, ProofExpectation expected, ProofContext context);

    /// <summary>Signs one, with the newest key.</summary>
    /// <exception cref="UsageException">The platform has no such proof, or there is no telling which key is meant.</exception>
    public abstract SignedProof Sign(ProofDescriptor descriptor, ProofContext context);
}
