using Dialoogtafel.Domain.People;

namespace Dialoogtafel.Domain.Tests.People;

public sealed class PhoneLinkTests
{
    [Theory]
    [InlineData("030 123 45 67", "tel:0301234567")]
    [InlineData("030-123 45 67", "tel:0301234567")]
    [InlineData("(030) 123 45 67", "tel:0301234567")]
    [InlineData("+31 (0)30 123 45 67", "tel:+31301234567")]
    [InlineData(" +31 30 123 45 67", "tel:+31301234567")]
    [InlineData("0031 (0)6 12345678", "tel:0031612345678")]
    public void A_number_as_people_write_it_can_be_dialled(string written, string link) =>
        Assert.Equal(link, PhoneLink.Of(written));
}
