namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>The beginning of what passes, and how much passes.</summary>
internal sealed class BodyCopy
{
    /// <summary>How many bytes are kept: of 200 calls with both bodies no more than 6 MiB.</summary>
    public const int Capacity = 16 * 1024;

    private byte[] _bytes = [];
    private int _count;

    public ReadOnlySpan<byte> Kept => _bytes.AsSpan(0, _count);

    /// <summary>How many bytes passed.</summary>
    public long Length { get; private set; }

    public bool IsCut => Length > _count;

    public void Add(ReadOnlySpan<byte> passing)
    {
        Length += passing.Length;
        var kept = passing[..Math.Min(passing.Length, Capacity - _count)];
        if (_bytes.Length < _count + kept.Length)
        {
            Array.Resize(ref _bytes, Math.Min(Capacity, Math.Max(_count + kept.Length, 2 * _bytes.Length)));
        }

        kept.CopyTo(_bytes.AsSpan(_count));
        _count += kept.Length;
    }
}
