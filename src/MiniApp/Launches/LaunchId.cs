using System.Buffers.Binary;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace MiniApp;

/// <summary>
/// Tells launches apart. It is made of what proves a launch, so that one launch has one id, however its token is spelled, and on every
/// machine. It may be logged and stored: it proves nothing, and nothing of the launch can be found out from it.
/// </summary>
/// <remarks>
/// Whoever opens an app twice in one second may be given the same launch twice: platforms date launches in whole seconds, and some put
/// nothing else into them that differs.
/// </remarks>
public readonly struct LaunchId : IEquatable<LaunchId>
{
    /// <summary>The id's length, in bytes.</summary>
    public const int Length = 16;

    /// <summary>What is shorter than an id could make two launches one, and could be guessed.</summary>
    private const int ShortestProof = Length;

    private const int LongestProof = 256;

    private readonly UInt128 _value;

    private LaunchId(UInt128 value) => _value = value;

    /// <summary>Whether two ids are the same.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(LaunchId left, LaunchId right) => left.Equals(right);

    /// <summary>Whether two ids differ.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(LaunchId left, LaunchId right) => !left.Equals(right);

    /// <summary>
    /// Makes an id, for a platform of your own: the beginning of the SHA-256 of the app's name and of what proves the launch. Apps never
    /// share an id, whatever proves their launches. Nothing is allocated.
    /// </summary>
    /// <param name="app">The app or bot; the platform where it does not tell which one it is.</param>
    /// <param name="proof">
    /// The signature that was found right, of 16 to 256 bytes, in the one form that all spellings of the launch have in common. Not the
    /// launch's fields: whoever saw an id could try out which ones make it.
    /// </param>
    /// <exception cref="ArgumentException"><paramref name="app"/> is no app and no platform, or the proof has another length.</exception>
    public static LaunchId Create(MiniAppSubject app, ReadOnlySpan<byte> proof)
    {
        if (app.Kind is not (MiniAppSubjectKind.App or MiniAppSubjectKind.Platform))
        {
            throw new ArgumentException("A launch is of an app or of a platform.", nameof(app));
        }

        if (proof.Length is < ShortestProof or > LongestProof)
        {
            throw new ArgumentException($"What proves a launch has {ShortestProof} to {LongestProof} bytes.", nameof(proof));
        }

        // No name of a platform holds a zero, and a number has one length: so no two apps and proofs make one text.
        Span<byte> text = stackalloc byte[MiniAppSubject.LongestPlatformName + 1 + sizeof(long) + LongestProof];
        var length = Encoding.ASCII.GetBytes(app.PlatformName, text);
        text[length++] = 0;
        BinaryPrimitives.WriteInt64BigEndian(text[length..], app.Id);
        length += sizeof(long);
        proof.CopyTo(text[length..]);

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Sha256.Hash(text[..(length + proof.Length)], hash);
        return FromBytes(hash[..Length]);
    }

    /// <summary>An id of its bytes, for a platform that gives its launches one.</summary>
    /// <param name="bytes">16 bytes.</param>
    /// <exception cref="ArgumentException">There are not 16.</exception>
    public static LaunchId FromBytes(ReadOnlySpan<byte> bytes) => bytes.Length == Length
        ? new(BinaryPrimitives.ReadUInt128BigEndian(bytes))
        : throw new ArgumentException($"An id has {Length} bytes.", nameof(bytes));

    /// <summary>The id as a GUID, as which stores can keep it: the same bytes in the same order.</summary>
    public Guid ToGuid()
    {
        Span<byte> bytes = stackalloc byte[Length];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, _value);
        return new Guid(bytes, bigEndian: true);
    }

    /// <inheritdoc/>
    public bool Equals(LaunchId other) => _value == other._value;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is LaunchId other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value.GetHashCode();

    /// <summary>The id in 22 characters of base64url.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Length];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, _value);
        return Base64Url.EncodeToString(bytes);
    }
}
