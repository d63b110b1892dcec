using System.Numerics;
using System.Runtime.CompilerServices;

namespace MiniApp;

/// <summary>
/// The memory of one verification: the decoded text, its parameters, and the text that was signed. Each thread keeps one for its next
/// verification, which costs a tenth of renting three arrays from the shared pool and returning them.
/// </summary>
internal sealed class QueryBuffers
{
    /// <summary>What a larger token needs is not kept, so that nobody can make threads hold on to memory.</summary>
    private const int LargestKept = 32 * 1024;

    [ThreadStatic]
    private static QueryBuffers? _kept;

    private bool _isTaken;

    private byte[] _text = [];
    private byte[] _canonical = [];
    private QueryParameter[] _parameters = [];
    private JsonMember[] _jsonMembers = [];
    private ulong[] _order = [];

    /// <summary>Takes the thread's buffers, or makes some: a clock or a comparer of the user's may verify in its turn.</summary>
    public static QueryBuffers Take()
    {
        var buffers = _kept;
        if (buffers is null || buffers._isTaken)
        {
            _kept = buffers = new QueryBuffers();
        }

        buffers._isTaken = true;
        return buffers;
    }

    /// <summary>Gives the buffers back; nothing in them may be read afterwards.</summary>
    public void Return() => _isTaken = false;

    public Span<byte> Text(int length) => AtLeast(ref _text, length);

    public Span<byte> Canonical(int length) => AtLeast(ref _canonical, length);

    /// <summary>Parameters that are not sorted yet, since it is not known yet whether they are any.</summary>
    public Span<QueryParameter> Parameters(int count) => AtLeast(ref _parameters, count).AsSpan(0, count);

    public Span<JsonMember> JsonMembers(int count) => AtLeast(ref _jsonMembers, count).AsSpan(0, count);

    /// <summary>Room to sort parameters in.</summary>
    public SortedParameters Sorted(Span<QueryParameter> parameters, int prefixLength = 0) =>
        new(parameters, AtLeast(ref _order, parameters.Length), prefixLength);

    private static T[] AtLeast<T>(ref T[] kept, int length) => kept.Length >= length ? kept : Grow(ref kept, length);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T[] Grow<T>(ref T[] kept, int length)
    {
        var array = new T[BitOperations.RoundUpToPowerOf2((uint)length)];
        if (array.Length <= LargestKept)
        {
            kept = array;
        }

        return array;
    }
}
