using Dialoogtafel.Domain.People;

namespace Dialoogtafel.Domain.Tests.People;

/// <summary>An address that the team set, until its owner says that it is right (K-F1).</summary>
public sealed class AddressDoubtTests
{
    private static readonly DateTime Monday = new(2026, 11, 2, 9, 0, 0, DateTimeKind.Utc);
    private readonly Person anna = new() { FirstName = "Anna", Email = "anna@voorbeeld.example" };

    [Fact]
    public void Nobody_is_asked_while_the_person_gave_the_address()
    {
        Assert.Null(anna.AddressSetByTeamAt);
        Assert.False(anna.MayConfirmAddressOn("a"));
    }

    [Fact]
    public void A_device_of_before_the_change_may_confirm_and_no_other()
    {
        anna.DoubtAddress(["a", "b", "a"], Monday);

        Assert.Equal(Monday, anna.AddressSetByTeamAt);
        Assert.Equal(
            [true, true, false, false, false],
            new[] { "a", "b", "vreemd", "", null }.Select(anna.MayConfirmAddressOn)
        );
    }

    [Fact]
    public void After_a_second_change_no_device_speaks_for_all_that_was_typed()
    {
        anna.DoubtAddress(["a"], Monday);
        anna.DoubtAddress(["a", "vreemd"], Monday.AddDays(1));

        Assert.Equal(Monday.AddDays(1), anna.AddressSetByTeamAt);
        Assert.Equal([false, false], new[] { "a", "vreemd" }.Select(anna.MayConfirmAddressOn));
    }

    [Fact]
    public void Without_any_device_of_before_nobody_can_confirm()
    {
        anna.DoubtAddress([], Monday);
        anna.DoubtAddress(["vreemd"], Monday.AddDays(1));

        Assert.Equal([false, false, false], new[] { "vreemd", "", null }.Select(anna.MayConfirmAddressOn));
    }

    [Fact]
    public void Once_confirmed_the_next_change_begins_anew()
    {
        anna.DoubtAddress(["a"], Monday);
        anna.ConfirmAddress();
        Assert.False(anna.MayConfirmAddressOn("a"));

        anna.DoubtAddress(["c"], Monday.AddDays(2));
        Assert.Equal([false, true], new[] { "a", "c" }.Select(anna.MayConfirmAddressOn));
    }

    [Fact]
    public void Of_an_erased_person_nothing_of_it_stays()
    {
        anna.DoubtAddress(["a"], Monday);
        anna.Erase(Monday.AddDays(1));

        Assert.Equal((null, null), (anna.AddressSetByTeamAt, anna.DevicesBefore));
    }
}
