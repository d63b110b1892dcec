using System.Buffers.Binary;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;

namespace MiniApp;

/// <summary>
/// Tells launches apart. It is made of what was proved, so that one launch has one id, however its token is spelled. It may be logged: it
/// proves nothing, and nothing of the launch can be read from it.
/// </summary>
public readonly struct LaunchId : IEquatable<LaunchId>
{
    /// <summary>The id's length, in bytes.</summary>
    public const int Length = 16;

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

    /// <summary>An id of its bytes, for platforms that are built elsewhere: the beginning of a hash of what was proved.</summary>
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
