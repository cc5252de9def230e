namespace Dialoogtafel.Domain;

/// <summary>
/// A text that is encrypted with the field key wherever it is stored (D-06). The domain carries it and
/// cannot read it; only the field cipher of the site opens it.
/// </summary>
public sealed record SealedText(byte[] Bytes)
{
    public bool Equals(SealedText? other) => other is not null && Bytes.AsSpan().SequenceEqual(other.Bytes);

    public override int GetHashCode() => Bytes.Length;

    /// <summary>Never the text: a log line must not open it.</summary>
    public override string ToString() => "(versleuteld)";
}
