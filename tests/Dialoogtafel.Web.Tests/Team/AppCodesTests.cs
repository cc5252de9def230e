using Dialoogtafel.Web.Access;

namespace Dialoogtafel.Web.Tests.Team;

/// <summary>
/// What must stay as it is whoever computes: a secret that is stored already gives the codes that the app on the phone
/// shows.
/// </summary>
public sealed class AppCodesTests
{
    /// <summary>The secret of RFC 6238, appendix B, in the form in which ours are stored.</summary>
    private const string Stored = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    /// <summary>The last six of the eight digits in that appendix.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void A_stored_secret_gives_the_codes_of_the_standard(long seconds, string code) =>
        Assert.Equal(seconds / 30, AppCodes.Match(Stored, code, 0, DateTime.UnixEpoch.AddSeconds(seconds)));

    /// <summary>These two steps of this secret have the same six digits.</summary>
    [Theory]
    [InlineData(910737)]
    [InlineData(910738)]
    public void A_code_that_two_steps_share_works_once(long step)
    {
        var now = DateTime.UnixEpoch.AddSeconds(step * 30);
        var first = AppCodes.Match(Stored, "911617", 0, now);

        Assert.NotNull(first);
        Assert.Null(AppCodes.Match(Stored, "911617", first.Value, now));
        Assert.Null(AppCodes.Match(Stored, "911617", first.Value, now.AddSeconds(30)));
    }

    [Fact]
    public void A_new_secret_is_thirty_two_characters_that_are_read_off_a_page()
    {
        Assert.Matches("^[A-Z2-7]{32}$", AppCodes.NewSecret());
        Assert.NotEqual(AppCodes.NewSecret(), AppCodes.NewSecret());
    }
}
