void handler(void)
{
}
