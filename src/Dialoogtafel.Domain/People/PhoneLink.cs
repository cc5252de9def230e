namespace Dialoogtafel.Domain.People;

/// <summary>
/// A phone number as people write it, as the address behind a link: digits and a leading plus (RFC 3966). The zero in
/// brackets of "+31 (0)30 …" is for who dials within the country, and goes.
/// </summary>
public static class PhoneLink
{
    /// <param name="written">For example 030 123 45 67, or +31 (0)30 123 45 67.</param>
    public static string Of(string written)
    {
        var number = written.Trim();
        var digits = string.Concat(number.Replace("(0)", "", StringComparison.Ordinal).Where(char.IsAsciiDigit));
        return number.StartsWith('+') ? $"tel:+{digits}" : $"tel:{digits}";
    }
}
